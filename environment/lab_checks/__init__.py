"""What environment/browser.py looks at in JupyterLab; runs in environment/.venv-browser."""
