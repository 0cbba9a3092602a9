//! What an endpoint gets: the three documents, each with its signature, and their headers.
