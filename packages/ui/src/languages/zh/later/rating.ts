import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const rating: LaterTexts['rating'] = {
  label: {
    up: '好在哪里？（可选）',
    down: '哪里有问题？（可选）',
  },
  skip: '跳过',
  send: '发送',
}
