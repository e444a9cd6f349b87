/**
 * Resolves in a task of its own, so that the browser can answer a reader and paint in between. By a
 * message and not by a timer: timers are held back in a hidden tab, where a picture gets ready too.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
