"""The one package put together: settings, addresses, commands, demo."""
