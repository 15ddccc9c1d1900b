import type { IconNode } from 'lucide'
import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Brain,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleAlert,
  CirclePause,
  CircleStop,
  Columns2,
  Command,
  Copy,
  Download,
  Ellipsis,
  FileDown,
  FileText,
  Image,
  Keyboard,
  Languages,
  ListChecks,
  ListFilter,
  LoaderCircle,
  Menu,
  MessageCircle,
  Monitor,
  Moon,
  PanelLeft,
  Paperclip,
  Pencil,
  Pin,
  PinOff,
  Plus,
  RefreshCw,
  Search,
  Settings,
  SlidersHorizontal,
  Sparkles,
  Square,
  SquarePen,
  StepForward,
  Sun,
  Tag,
  Trash2,
  TriangleAlert,
  Undo2,
  Upload,
  WifiOff,
  X,
} from 'lucide'

/** The icons of the web clients, as elements to draw inside an `<svg>` with `iconAttributes`. */
export const icons = {
  archive: Archive,
  'archive-restore': ArchiveRestore,
  'arrow-down': ArrowDown,
  'arrow-up': ArrowUp,
  brain: Brain,
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'circle-alert': CircleAlert,
  'circle-pause': CirclePause,
  'circle-stop': CircleStop,
  'columns-2': Columns2,
  command: Command,
  copy: Copy,
  download: Download,
  ellipsis: Ellipsis,
  'file-down': FileDown,
  'file-text': FileText,
  image: Image,
  keyboard: Keyboard,
  languages: Languages,
  'list-checks': ListChecks,
  'list-filter': ListFilter,
  'loader-circle': LoaderCircle,
  menu: Menu,
  'message-circle': MessageCircle,
  monitor: Monitor,
  moon: Moon,
  'panel-left': PanelLeft,
  paperclip: Paperclip,
  pencil: Pencil,
  pin: Pin,
  'pin-off': PinOff,
  plus: Plus,
  'refresh-cw': RefreshCw,
  search: Search,
  settings: Settings,
  'sliders-horizontal': SlidersHorizontal,
  sparkles: Sparkles,
  square: Square,
  'square-pen': SquarePen,
  'step-forward': StepForward,
  sun: Sun,
  tag: Tag,
  'trash-2': Trash2,
  'triangle-alert': TriangleAlert,
  'undo-2': Undo2,
  upload: Upload,
  'wifi-off': WifiOff,
  x: X,
} as const satisfies Record<string, IconNode>

/** The name of an icon: Lucide's own. */
export type IconName = keyof typeof icons

/** Icons that point along the line, or stand for something at one side of it: mirrored where lines run to the left. */
const pointing: ReadonlySet<IconName> = new Set([
  'chevron-left',
  'chevron-right',
  'list-checks',
  'panel-left',
  'step-forward',
  'undo-2',
])

/** Whether an icon's `<svg>` has `data-pointing`: it is mirrored where the page runs from right to left. */
export function isPointing(name: IconName): boolean {
  return pointing.has(name)
}

/**
 * What every icon's `<svg>` carries, in the attributes' own spelling; size and stroke are the stylesheet's.
 * Icons are decoration: the control they sit in has the name.
 */
export const iconAttributes = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
} as const

export type { IconNode } from 'lucide'
