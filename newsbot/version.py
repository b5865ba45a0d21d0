"""The version of newsbot, for records, reports and the user agent."""

VERSION = "0.1.0"
