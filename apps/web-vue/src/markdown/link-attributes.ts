/** A stranger's link learns nothing of this page, and gains nothing from it. */
export const linkAttributes = { target: '_blank', rel: 'noopener noreferrer nofollow' } as const
