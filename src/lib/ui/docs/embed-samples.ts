/** The examples of `/docs/embed`, for a site that starts at an address. */
import { columnStyle, FRAME_RIGHTS } from '../site/frame-markup.ts';

/** @param start whole address of the site's start, without a slash at its end */
export function embedSamples(start: string) {
  return {
    frame: `<iframe src="${start}/embed/start-up-race?controls=full"
  title="Start-up race, a picture to play with"
  width="960" height="540" loading="lazy"
  style="${columnStyle('16/9')}"
  ${FRAME_RIGHTS}
  referrerpolicy="strict-origin-when-cross-origin"></iframe>`,

    parameters: `${start}/embed/vm-vs-container?lens=size&size.host=32&n=8&theme=dark
${start}/embed?stacks=docker-linux,vm-bare-metal:xen&lens=boot&t=400`,

    ...messageSamples(start),

    sdk: `<div id="picture"></div>
<button id="play" disabled>Play</button>
<script type="module">
  import { mount } from '${start}/sdk/v1/embed.js';

  const strata = mount('#picture', { scene: 'start-up-race', theme: 'auto' });
  strata.on('step', ({ step, steps, title }) => console.log(step, 'of', steps, title));
  strata.on('error', ({ field, message }) => console.warn(field, message));
  const button = document.getElementById('play');
  button.onclick = () => strata.play().catch(({ message }) => console.warn(message));
  const { steps } = await strata.ready;
  // A scene without steps has nothing to play or to seek.
  button.disabled = steps === 0;
  if (steps > 0) await strata.seek(400);
</script>`,

    install: `# where Strata is built
npm pack ./build/sdk
# in your project
npm install ./strata-embed-*.tgz`,

    npm: `import { mount } from '@strata/embed';

const strata = mount(element, { base: '${start}/', scene: 'vm-vs-container' });
const { scene } = await strata.getScene();
strata.destroy();`,

    element: `<script src="${start}/sdk/v1/strata.js" defer></script>
<strata-stack scene="vm-vs-container" controls="full">
  <a href="${start}/explore/vm-vs-container">A VM and a container</a>
</strata-stack>`,

    ...adapterSamples(start),
  };
}

/** Pages that speak with a frame by themselves. */
function messageSamples(start: string) {
  return {
    messages: `<iframe id="strata" src="${start}/embed/vm-vs-container"
  title="A VM and a container" width="960" height="540"></iframe>
<button id="play" disabled>Play</button>
<script>
  const frame = document.getElementById('strata');
  const button = document.getElementById('play');
  const say = (message) =>
    frame.contentWindow.postMessage({ app: 'strata', v: 1, ...message }, '${originOf(start)}');

  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data?.app !== 'strata') return;
    if (data.type === 'ready') {
      // A scene without steps has nothing to play.
      button.disabled = data.steps === 0;
      say({ type: 'subscribe', events: ['step', 'ended'] });
    }
    if (data.type === 'step') console.log(data.step, 'of', data.steps, data.title);
    if (data.type === 'error') console.warn(data.code, data.message);
  });
  button.onclick = () => say({ type: 'play', id: 1 });
</script>`,

    statements: `<iframe id="strata" src="${start}/embed/vm-vs-container?xapi=1"
  title="A VM and a container" width="960" height="540"></iframe>
<script>
  const frame = document.getElementById('strata');

  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data?.app !== 'strata') return;
    if (data.type !== 'xapi') return;
    const { verb, object, result } = data.statement;
    console.log(verb.display.en, object.id, result);
  });
</script>`,
  };
}

/** How other hosts put a frame into a page. */
function adapterSamples(start: string) {
  return {
    player: `<iframe id="strata" src="${start}/embed/vm-vs-container"
  title="A VM and a container" width="960" height="540"></iframe>
<script src="player.js"></script>
<script>
  const player = new playerjs.Player('strata');
  player.on('ready', () => {
    player.on('timeupdate', ({ seconds, duration }) => console.log(seconds, 'of', duration));
    player.play();
  });
</script>`,

    reveal: `<section>
  <iframe data-src="${start}/embed/start-up-race?host=reveal"
    title="Start-up race" width="960" height="540" style="border:0"
    ${FRAME_RIGHTS}></iframe>
</section>`,

    wordpress: `${start}/explore/start-up-race`,

    h5p: `<iframe src="${start}/embed/vm-vs-container?autoheight=1"
  title="A VM and a container" width="960" height="540"></iframe>
<script src="h5p-resizer.js"></script>`,

    lti: `{ subject: 'lti.frameResize', height: 520 }
{ subject: 'org.imsglobal.lti.frameResize', height: 520 }`,
  };
}

function originOf(start: string): string {
  return URL.canParse(start) ? new URL(start).origin : start;
}
