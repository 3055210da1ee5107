"""What can be done with a klantvraag and its klantcontacten, one module for each moment of its life."""
