"""What goes over the wire, one file for each subject. They document the API too."""
