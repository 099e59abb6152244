/* global document */
// Runs before the first paint so that a chosen theme never flashes; without a choice the system decides.
try {
  const theme = localStorage.getItem('peerlearn.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  // The ways in for visitors do not flash for someone whose log-in is about to be taken up.
  if (localStorage.getItem('peerlearn.signed-in')) document.documentElement.dataset.returning = '';
} catch {
  // Storage can be forbidden by the browser; then the system's theme stands.
}
