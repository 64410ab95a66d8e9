// Counts a scan when somebody looks at the page. Reading the page alone counts nothing, so crawlers and
// link previews do not; a reload within the same visit does not either.
const code = document.documentElement.dataset.code;
if (code && !navigator.webdriver && !sessionStorage.getItem(code)) {
  const count = () => {
    if (document.visibilityState === 'visible') {
      sessionStorage.setItem(code, 'counted');
      fetch('/t/' + code + '/scans', { method: 'POST', keepalive: true });
      document.removeEventListener('visibilitychange', count);
    }
  };
  document.addEventListener('visibilitychange', count);
  count();
}
