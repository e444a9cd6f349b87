// The theme of the address, before anything is painted: the rest of the script comes a moment later.
const theme = new URLSearchParams(location.search).get('theme');
if (/^(?:light|dark|projector|contrast)$/.test(theme))
  document.documentElement.dataset.theme = theme;
