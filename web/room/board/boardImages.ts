import { boardImage } from '../../../api/contracts/board.ts';
import { uploadRules } from '../../../api/contracts/files.ts';
import { describeFileError } from '../../files/describeFileError.ts';
import { uploadFile } from '../../files/uploadFile.ts';
import { api } from '../../lib/api.ts';
import { ApiError } from '../../lib/problem.ts';

export type BoardImages = ReturnType<typeof createImages>;

/** Images on a lesson's board: sent to the API, which draws them anew, and had from it by links that expire. */
export function createImages(sessionId: string) {
  const place = `/api/sessions/${sessionId}/board/images`;
  return {
    /** Sends an image. @returns its id @throws ApiError, and what a browser throws that cannot read it */
    async add(file: File): Promise<string> {
      const { id } = await uploadFile(await fitting(file), 'boardImage');
      await api.post(place, boardImage, { fileId: id });
      return id;
    },
    /** The image as a data: URL. @throws ApiError, TypeError without a network */
    async find(fileId: string): Promise<string> {
      const { url } = await api.get(`${place}/${encodeURIComponent(fileId)}`, boardImage);
      const answer = await fetch(url);
      if (!answer.ok) throw new TypeError('the image cannot be had');
      return dataUrlOf(await answer.blob());
    },
  };
}

/** The same, for Excalidraw, which shows people the words of an error. */
export const inWords = (images: BoardImages): BoardImages => ({
  ...images,
  add: (file) =>
    images.add(file).catch((error: unknown) => {
      throw new Error(describeFileError(error, 'boardImage'), { cause: error });
    }),
});

/** What the API does not take, as GIF and SVG, is drawn as what it takes. */
async function fitting(file: File): Promise<File> {
  const { types, maxBytes } = uploadRules.boardImage;
  if (types.some((type) => type === file.type) && file.size <= maxBytes) return file;
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode().catch(() => {
      throw new ApiError('unsupported_media_type', 415);
    });
    const scale = Math.min(1, 2_400 / Math.max(image.naturalWidth, image.naturalHeight, 1));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, image.naturalWidth * scale);
    canvas.height = Math.max(1, image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await fileOf(canvas, file.name);
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** @throws TypeError when the canvas is empty or too large */
export async function fileOf(canvas: HTMLCanvasElement, name: string): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.9));
  if (!blob) throw new TypeError('the picture cannot be drawn');
  return new File([blob], `${name}.webp`, { type: blob.type });
}

function dataUrlOf(blob: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
  reader.onerror = () => reject(new TypeError('the image cannot be read'));
  reader.readAsDataURL(blob);
  return promise;
}
