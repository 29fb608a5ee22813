'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { PHOTO_BYTES, PHOTO_MB, PHOTO_PROBLEMS, PHOTO_TYPES } from '@/lib/market/photos/rules';
import type { Outcome } from '@/lib/platform/doors/outcome';

type PhotoFormProps = {
  name: string;
  /** The address of the photo that stands; null: initials. */
  photo: string | null;
  /** Why the last picture was not kept, where the page came back without JavaScript. */
  problem: string | null;
};

/**
 * Chooses a photo. It posts as an ordinary form; where JavaScript runs it is sent by hand, so that nothing typed in the
 * other forms of the page is lost.
 */
export function PhotoForm({ name, photo, problem }: PhotoFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState(problem);
  const [pending, setPending] = useState(false);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const file = data.get('photo');
    if (!(file instanceof File) || file.size === 0) return setSaid(PHOTO_PROBLEMS.none);
    if (file.size > PHOTO_BYTES) return setSaid(PHOTO_PROBLEMS.large);
    setPending(true);
    setSaid(null);
    const headers = { accept: 'application/json' };
    const answer: Outcome | null = await fetch('/api/photos', { method: 'POST', body: data, headers })
      .then((response) => response.json())
      .catch(() => null);
    setPending(false);
    if (!answer)
      return setSaid('We don’t know yet whether this arrived. Try again: your newest photo counts.');
    if (!answer.ok) return setSaid(answer.message);
    form.current?.reset();
    router.refresh();
  }

  return (
    <form
      ref={form}
      action="/api/photos"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      aria-label="Photo"
      className="grid gap-3 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-start"
    >
      <Avatar name={name} photo={photo} size="xl" />
      <div className="grid min-w-0 justify-items-start gap-1.5">
        <label htmlFor="photo-file" className="block text-sm font-medium">
          Picture <span className="font-normal text-faint">(optional)</span>
        </label>
        <input
          id="photo-file"
          name="photo"
          type="file"
          accept={PHOTO_TYPES}
          aria-describedby={said ? 'photo-error photo-hint' : 'photo-hint'}
          aria-invalid={Boolean(said) || undefined}
          className="control w-full min-w-0 py-1.5 text-sm"
        />
        <p id="photo-error" role="alert" className="text-sm font-medium text-stop empty:hidden">
          {said}
        </p>
        <p id="photo-hint" className="text-xs text-faint">
          JPEG, PNG, WebP or AVIF, at most {PHOTO_MB} MB. We crop it to a square and remove its location and
          camera data.
        </p>
        <Button type="submit" variant="secondary" pending={pending}>
          {pending ? 'Uploading…' : 'Use this picture'}
        </Button>
      </div>
    </form>
  );
}
