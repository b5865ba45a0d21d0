"""The witnesses of the fields: layout rules, structured data, what stands near the headline."""
