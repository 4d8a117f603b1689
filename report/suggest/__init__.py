"""Documents → proposals of figures, quotations, calls and events, each with its exact passage."""
