import { PICTURE_WIDTH, PICTURES, type PictureName } from './pictures';

/** A picture of the product, made by the end-to-end run. Its size is known, so that nothing jumps when it comes. */
export function Picture({ name }: { name: PictureName }) {
  const { alt, height } = PICTURES[name];
  return (
    // biome-ignore lint/performance/noImgElement: small files of ours, made at the size that they are shown in
    <img
      src={`/guide/${name}.webp`}
      alt={alt}
      width={PICTURE_WIDTH}
      height={height}
      loading="lazy"
      decoding="async"
      className="h-auto w-full max-w-[46rem] rounded-lg border border-line"
    />
  );
}
