const side = 256;

/** Cuts the middle square out of a picture and encodes it anew, small and without what the camera wrote into it. */
export async function squarePicture(file: File): Promise<File> {
  const image = await createImageBitmap(file);
  const cut = Math.min(image.width, image.height);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, (image.width - cut) / 2, (image.height - cut) / 2, cut, cut, 0, 0, side, side);
  image.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('not encoded');
  return new File([blob], 'picture.png', { type: 'image/png' });
}
