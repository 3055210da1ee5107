"""The commands behind `./stadspunt`: one module each, with a function that returns the exit code."""
