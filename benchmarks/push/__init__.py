"""How many articles a minute the desk takes in, from the request to the queue."""
