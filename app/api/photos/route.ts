import { no, Refusal } from '@/lib/core/refusal';
import { authorise } from '@/lib/core/rights';
import { HOUR } from '@/lib/core/time';
import { setPhoto } from '@/lib/market/photos/commands';
import { PHOTO_COMMANDS } from '@/lib/market/photos/rights';
import { PHOTO_BYTES, PHOTO_MEGAPIXELS, PHOTO_PROBLEMS } from '@/lib/market/photos/rules';
import { SetPhoto } from '@/lib/market/photos/schema';
import { answerJson, route } from '@/lib/platform/doors/route';
import { portraitOf } from '@/lib/platform/pictures/portrait';
import { readUpload } from '@/lib/platform/posted/upload';

/** The script of the page reads the answer; a form without one is led back to the page. */
const asked = (request: Request) => request.headers.get('accept') === 'application/json';
const back = (problem?: string) =>
  new Response(null, {
    status: 303,
    headers: { location: `/profile${problem ? `?photo=${problem}` : ''}#photo`, 'cache-control': 'no-store' },
  });

/** Takes a picture and keeps it as the person's photo. The picture is made before the transaction, never inside it. */
export const POST = route(
  { may: PHOTO_COMMANDS.setPhoto, schema: SetPhoto, command: setPhoto },
  {
    limit: { points: 20, within: HOUR, closed: true, why: 'each is a picture that is decoded and kept' },
    input: async (request, _params, viewer) => {
      // Before anything is read: a stranger must not make us decode pictures.
      authorise(viewer, PHOTO_COMMANDS.setPhoto);
      const bytes = await readUpload(request, 'photo', PHOTO_BYTES, PHOTO_PROBLEMS);
      const portrait = await portraitOf(bytes, PHOTO_MEGAPIXELS);
      const message = PHOTO_PROBLEMS.unreadable;
      if (!portrait) throw new Refusal(no('invalid', message, { photo: message }));
      return portrait;
    },
    answer: (value, request) => (asked(request) ? answerJson({ ok: true, value }) : back()),
    refuse: (outcome, request) => {
      if (asked(request)) return answerJson(outcome);
      const known = Object.entries(PHOTO_PROBLEMS).find(([, words]) => words === outcome.message);
      return back(known?.[0] ?? 'refused');
    },
  },
);
