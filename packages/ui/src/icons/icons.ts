import type { IconNode } from 'lucide'
import {
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
  Copy,
  Ellipsis,
  Image,
  LoaderCircle,
  Menu,
  MessageCircle,
  Monitor,
  Moon,
  PanelLeft,
  Pencil,
  Plus,
  RefreshCw,
  Sparkles,
  Square,
  SquarePen,
  StepForward,
  Sun,
  Trash2,
  TriangleAlert,
  Undo2,
  WifiOff,
  X,
} from 'lucide'

/** The icons of the web clients, as elements to draw inside an `<svg>` with `iconAttributes`. */
export const icons = {
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
  copy: Copy,
  ellipsis: Ellipsis,
  image: Image,
  'loader-circle': LoaderCircle,
  menu: Menu,
  'message-circle': MessageCircle,
  monitor: Monitor,
  moon: Moon,
  'panel-left': PanelLeft,
  pencil: Pencil,
  plus: Plus,
  'refresh-cw': RefreshCw,
  sparkles: Sparkles,
  square: Square,
  'square-pen': SquarePen,
  'step-forward': StepForward,
  sun: Sun,
  'trash-2': Trash2,
  'triangle-alert': TriangleAlert,
  'undo-2': Undo2,
  'wifi-off': WifiOff,
  x: X,
} as const satisfies Record<string, IconNode>

/** The name of an icon: Lucide's own. */
export type IconName = keyof typeof icons

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
