import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const notices: LaterTexts['notices'] = {
  section: '通知',
  label: '长回复完成时通知我',
  hint: '仅在此设备上，且页面不可见时。通知只显示对话标题，不显示内容。',
  choices: { off: '关', on: '开' },
  blocked: '浏览器阻止了此页面的通知。请在浏览器的网站设置中允许，然后再次选择“开”。',
  unsupported: '此浏览器无法在这里显示通知。',
  ready: '回复已完成。',
  failed: '这条回复未能完成。',
}
