/**
 * Who does the work around a talk in one window, wall or speaker's: takes keys and buttons, hears the
 * other window, writes the place into the address, says what the browser refuses.
 */
import { present } from '#lib/content/locales/en/present.ts';
import type { Lesson } from '#lib/model/lesson/lesson.ts';
import { planOf } from '#lib/model/lesson/slides.ts';
import { EMPTY_SCENE, THEMES } from '#lib/model/scene.ts';
import { Deck, type DeckRole } from '#lib/state/deck.svelte.ts';
import { askedPlace, placeQuery } from '#lib/state/deck-address.ts';
import type { DeckState, Tool } from '#lib/state/deck.ts';
import { knownNames } from '#lib/state/known-names.ts';
import type { PaintedTheme } from '#lib/state/prefs.svelte.ts';
import { createSafeStorage, type StorageLike } from '#lib/state/safe-storage.ts';
import { Talk } from '#lib/state/talk.svelte.ts';
import { decodeScene, encodeScene } from '#lib/state/url.ts';
import { createAddress } from '../address.ts';
import type { Appearance } from '../appearance.svelte.ts';
import { noticeText } from '../notice-text.ts';
import { createDeckLink, type DeckLink } from './deck-link.ts';
import { fillScreen } from './fill-screen.ts';
import { pressOf, type KeyAction } from './present-keys.ts';
import type { PresentPage, PresentPaths } from './present-page.ts';
import { sceneLesson, slidesFor } from './talk-page.ts';
import { isReloaded } from './reloaded.ts';
import type { Panel, PictureHands, StagehandOptions } from './stagehand-parts.ts';
import { ToldThings } from './told.svelte.ts';

const BEAT_MS = 1000;
/** The bar goes when the pointer rests for so long, ms. */
const IDLE_MS = 3000;
const ZOOM_STEP = 1.4;
/** A window that was just opened has yet to be heard, ms. */
const ALONE_MS = 1500;

export class Stagehand {
  readonly role: DeckRole;
  readonly page: PresentPage | null;
  readonly paths: PresentPaths;
  readonly look: Appearance;
  readonly told = new ToldThings();
  readonly #id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  readonly #address = createAddress();
  readonly #storage = createSafeStorage((): StorageLike | undefined => globalThis.sessionStorage);
  #link = $state.raw<DeckLink | null>(null);
  #lesson = $state.raw<Lesson>(sceneLesson(''));
  #talk: Talk;
  #isOpen = $state(false);
  #theme = $state.raw<PaintedTheme>('projector');
  #panel = $state.raw<Panel | null>(null);
  #isBarShown = $state(false);
  #hasNotes = $state(false);
  #typed = $state<string | null>(null);
  #nowMs = $state(0);
  #openedMs = 0;
  #aspect: number | null = null;
  #hands: PictureHands | null = null;
  #idle: ReturnType<typeof setTimeout> | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor({ role, page, paths, look }: StagehandOptions) {
    this.role = role;
    this.page = page;
    this.paths = paths;
    this.look = look;
    if (page) this.#lesson = page.lesson;
    this.#talk = $state.raw(this.#talkOf(this.#lesson));
  }

  get lesson(): Lesson {
    return this.#lesson;
  }
  get talk(): Talk {
    return this.#talk;
  }
  /** The address was read: what is shown is what it asks for. */
  get isOpen(): boolean {
    return this.#isOpen;
  }
  get theme(): PaintedTheme {
    return this.#theme;
  }
  get panel(): Panel | null {
    return this.#panel;
  }
  get isBarShown(): boolean {
    return this.#isBarShown;
  }
  /** The notes are shown on this screen: there is no other. */
  get hasNotes(): boolean {
    return this.#hasNotes;
  }
  /** Digits of the slide to go to; null: none are being typed. */
  get typed(): string | null {
    return this.#typed;
  }
  /** The clock, to the second; ms since 1970, 0 before the page is awake. */
  get nowMs(): number {
    return this.#nowMs;
  }
  /** The other window was not heard for a while. */
  get isAlone(): boolean {
    return this.#isOpen && this.#nowMs - this.#openedMs > ALONE_MS && !this.#talk.deck.hasOther;
  }
  /** How the other window can be reached. */
  get way(): DeckLink['way'] {
    return this.#link?.way ?? 'none';
  }
  get #state(): DeckState {
    return this.#talk.deck.state;
  }

  /** Hands in what moves the picture. */
  wire(hands: PictureHands): void {
    this.#hands = hands;
  }

  /** Reads the address: which place, which theme, and without a lesson which scene. */
  open(search: string): void {
    const query = new URLSearchParams(search);
    const asked = query.get('theme') ?? '';
    const theme = THEMES.find((one) => one === asked);
    if (theme === 'auto') this.#theme = this.look.themeOf(EMPTY_SCENE);
    else this.#theme = theme ?? 'projector';
    if (asked !== '' && theme === undefined && this.page) {
      this.told.say({ id: 'theme', text: present.told.theme(asked) });
    }
    if (this.page === null) this.#openScene(search);
    else if (this.#link === null) this.#openLesson(search);
    this.#isOpen = true;
    this.#timer ??= setInterval(() => this.beat(), BEAT_MS);
    this.#openedMs = this.#nowMs = Date.now();
  }

  act(action: KeyAction): void {
    if (action !== 'escape' && action !== 'go' && action !== 'enter') this.#typed = null;
    const { deck, bench } = this.#talk;
    switch (action) {
      case 'next':
      case 'back':
        return this.#turn(action);
      case 'first':
      case 'last':
        return this.#arrive(() => deck.do({ kind: action }));
      case 'black':
      case 'white':
        return deck.do({ kind: 'blank', to: this.#state.blank === action ? null : action });
      case 'pointer':
      case 'spotlight':
      case 'pen':
        return this.#take(action);
      case 'wipe':
        return deck.do({ kind: 'wipe' });
      case 'reset':
        return deck.do({ kind: 'scene', query: null });
      case 'skip':
        return this.skip(this.#state.step);
      case 'play':
        bench.player.toggle();
        return bench.timeChanged();
      case 'zoom-in':
        return this.#hands?.zoomBy(ZOOM_STEP);
      case 'zoom-out':
        return this.#hands?.zoomBy(1 / ZOOM_STEP);
      case 'fit':
        return this.#hands?.fit();
      default:
        return this.#open(action);
    }
  }

  /** A key was pressed anywhere on the page. */
  key(event: KeyboardEvent): void {
    if (!this.#isOpen) return;
    const press = pressOf(event, this.look.hasShortcuts, this.#typed !== null);
    if (press === null) return;
    if ('action' in press && press.action === 'escape' && this.#isForBrowser()) return;
    event.preventDefault();
    this.hideBar();
    if ('vote' in press) this.talk.voteFor(press.vote);
    else if ('digit' in press) this.#typed = `${this.#typed ?? ''}${press.digit}`.slice(0, 4);
    else this.act(press.action);
  }

  goTo(step: number, beat = 0): void {
    this.#arrive(() => this.#talk.deck.do({ kind: 'go', step, beat }));
  }
  skip(step: number): void {
    const on = !this.#state.skipped.includes(step);
    this.#talk.deck.do({ kind: 'skip', step, on });
  }
  show(panel: Panel | null): void {
    this.#panel = this.#panel === panel ? null : panel;
  }

  /** The pointer moved: the bar is there for a while. */
  showBar(): void {
    this.#isBarShown = true;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => (this.#isBarShown = false), IDLE_MS);
  }
  /** A key or a vote: who gives it looks at the wall, and the bar covers its foot. */
  hideBar(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#isBarShown = false;
  }
  /** The bar stays while something in it has the focus. */
  keepBar(): void {
    this.#isBarShown = true;
    if (this.#idle !== null) clearTimeout(this.#idle);
  }

  openSpeaker(): void {
    const { notes } = this.paths;
    if (notes === null) return this.told.say({ id: 'speaker', text: present.told.noNotes });
    const href = `${notes}?${placeQuery(this.#search(), this.#state)}`;
    const opened = window.open(
      href,
      `strata-notes-${this.#lesson.id}`,
      'popup,width=1280,height=800',
    );
    if (opened === null) {
      const way = { label: present.told.openNotes, href };
      this.told.say({ id: 'speaker', text: present.told.blocked, way });
      return;
    }
    this.#link?.adopt(opened);
    this.told.unsay('speaker');
  }

  /** @returns the address of the wall at this place */
  wallHref(): string {
    return `${this.paths.wall}?${placeQuery(this.#search(), this.#state)}`;
  }

  /** Once a second, and whenever the page is seen again. */
  beat(): void {
    if (!this.#isOpen) return;
    this.#nowMs = Date.now();
    const { deck } = this.#talk;
    deck.beat(this.#nowMs, this.role === 'wall' ? this.#aspect : null);
    if (!deck.isKept) this.told.sayOnce({ id: 'kept', text: present.told.notKept });
  }
  /** @param aspect width ÷ height of the wall, where this is its window */
  tellAspect(aspect: number): void {
    this.#aspect = Math.min(5, Math.max(0.2, aspect));
    if (this.#isOpen) this.beat();
  }
  /** The deck has moved: the address follows. */
  writeAddress(): void {
    if (!this.#isOpen || this.page === null) return;
    if (this.#state.step === 0 && this.#state.beat === 0 && !this.#search().includes('step='))
      return;
    this.#address.write(() => placeQuery(this.#search(), this.#state), 'replace');
  }
  leave(): void {
    this.#address.flush();
    this.#talk.deck.leave();
  }
  destroy(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#address.destroy();
    if (this.#isOpen) this.#talk.deck.leave();
    this.#link?.close();
  }

  #search(): string {
    return typeof location === 'undefined' ? '' : location.search;
  }

  #talkOf(lesson: Lesson): Talk {
    const slides = slidesFor(this.page, lesson);
    const deck = new Deck({
      role: this.role,
      plan: planOf(slides),
      key: `talk.${lesson.id}`,
      id: this.#id,
      storage: this.#storage,
      send: (message) => this.#link?.send(message),
    });
    return new Talk(slides, deck);
  }

  #openScene(search: string): void {
    const { scene, notices } = decodeScene(search, EMPTY_SCENE, knownNames);
    const shown = { ...scene, theme: EMPTY_SCENE.theme, view: EMPTY_SCENE.view };
    this.#lesson = sceneLesson(encodeScene(shown, EMPTY_SCENE));
    this.#talk = this.#talkOf(this.#lesson);
    this.told.clear();
    for (const notice of notices) {
      this.told.say({ id: `${notice.code}.${notice.param}`, text: noticeText(notice) });
    }
    if (scene.stacks.length === 0) this.told.say({ id: 'empty', text: present.told.empty });
  }

  #openLesson(search: string): void {
    const { deck } = this.#talk;
    const ids = this.#lesson.steps.map(({ id }) => id);
    const { place, unknown } = askedPlace(search, ids, deck.plan);
    deck.open(place, isReloaded());
    const text = unknown && present.told.unknown[unknown.key](unknown.value);
    if (text !== null) this.told.say({ id: 'place', text });
    this.#link = createDeckLink(this.#lesson.id, (said) => deck.receive(said, Date.now()));
    deck.beat(Date.now(), this.role === 'wall' ? this.#aspect : null, true);
    if (unknown) this.#panel = 'overview';
  }

  #turn(action: 'next' | 'back'): void {
    const { deck, slides } = this.#talk;
    // As on a blank wall: the first press brings the picture back.
    if (this.role === 'wall' && this.#panel === 'overview') return this.show(null);
    // A scene alone has no steps but those of its own story.
    if (slides.length === 1 && this.page === null && this.#state.blank === null) {
      return this.#talk.turnStory(action);
    }
    const scrolled = this.#hands?.pageOf(action === 'next' ? 1 : -1) ?? null;
    if (scrolled !== null && this.#state.blank === null) {
      return deck.do({ kind: 'scroll', to: scrolled });
    }
    if (action === 'next' && this.#talk.finish()) return;
    this.#arrive(() => deck.do({ kind: action, nowMs: Date.now() }));
  }

  /** Another slide: what lay over the one before goes. */
  #arrive(move: () => void): void {
    if (this.#panel !== 'settings') this.#panel = null;
    this.told.forgetPassing();
    move();
  }

  /** By the number that stands on the slide; what is beyond the last goes to the last. */
  #goToNumber(number: number): void {
    const { kept } = this.#talk;
    const step = kept[Math.max(0, Math.min(kept.length, number) - 1)];
    if (step !== undefined) this.goTo(step);
  }

  #take(tool: Tool): void {
    this.#talk.deck.do({ kind: 'tool', to: this.#state.tool === tool ? null : tool });
  }

  #open(action: KeyAction): void {
    switch (action) {
      case 'full':
        void fillScreen().then((hasWorked) => {
          if (!hasWorked) this.told.say({ id: 'full', text: present.told.noFull });
        });
        return;
      case 'speaker':
        return this.openSpeaker();
      case 'notes':
        this.#hasNotes = !this.#hasNotes;
        return;
      case 'go':
        this.#typed = '';
        return;
      case 'enter':
        if (this.#typed !== null && this.#typed !== '') this.#goToNumber(Number(this.#typed));
        this.#typed = null;
        return;
      case 'escape':
        return this.#escape();
      case 'help':
      case 'overview':
      case 'settings':
      case 'code':
        return this.show(action);
      default:
        return;
    }
  }

  /**
   * Escape in a dialog that is none of our panels. Those we close at once: of the browser's own closing
   * we hear late, and the key that follows would come before it.
   */
  #isForBrowser(): boolean {
    const isPanel = this.#panel !== null && this.#panel !== 'settings';
    return !isPanel && document.querySelector('dialog[open]') !== null;
  }

  /**
   * One thing at a time, the uppermost first; with nothing left, the overview: not on a wall that a speaker
   * drives from another window, where the room would see what is to come.
   */
  #escape(): void {
    const { deck } = this.#talk;
    if (this.#typed !== null) this.#typed = null;
    else if (this.#panel !== null) this.#panel = null;
    else if (this.#state.blank !== null) deck.do({ kind: 'blank', to: null });
    else if (this.#state.tool !== null) deck.do({ kind: 'tool', to: null });
    else if (this.#hasNotes) this.#hasNotes = false;
    else if (this.role === 'speaker' || !deck.hasOther) this.#panel = 'overview';
  }
}
