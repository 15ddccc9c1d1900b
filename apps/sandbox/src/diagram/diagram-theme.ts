import type { DiagramColours } from '@livetype/protocol'

/** Hues of parts that stand beside one another, in degrees: the first is the accent's. */
const hues = [165, 222, 36, 278, 345, 100, 195, 255, 15, 310, 60, 140]

/** The library's variables in the colours of the page: quiet areas, text of the page's ink on all of them. */
export function themeVariables(colours: DiagramColours, fontFamily: string): Record<string, unknown> {
  const { isDark, paper, margin, tint, line, lineStrong, ink, inkSoft, inkFaint, accent, danger } = colours
  const area = (hue: number) => (isDark ? hexOf(hue, 0.26, 0.27) : hexOf(hue, 0.46, 0.86))
  const stroke = (hue: number) => (isDark ? hexOf(hue, 0.4, 0.62) : hexOf(hue, 0.42, 0.4))
  const [, blue = 0, amber = 0, , red = 0] = hues
  return {
    darkMode: isDark,
    fontFamily,
    fontSize: '15px',
    background: paper,
    primaryColor: tint,
    primaryTextColor: ink,
    primaryBorderColor: inkFaint,
    secondaryColor: area(blue),
    secondaryTextColor: ink,
    secondaryBorderColor: stroke(blue),
    tertiaryColor: margin,
    tertiaryTextColor: ink,
    tertiaryBorderColor: lineStrong,
    lineColor: inkSoft,
    textColor: ink,
    titleColor: ink,
    arrowheadColor: inkSoft,
    clusterBkg: margin,
    clusterBorder: lineStrong,
    edgeLabelBackground: paper,
    noteBkgColor: area(amber),
    noteTextColor: ink,
    noteBorderColor: stroke(amber),
    // Sequences
    actorLineColor: lineStrong,
    labelBoxBkgColor: tint,
    activationBkgColor: area(blue),
    activationBorderColor: stroke(blue),
    sequenceNumberColor: paper,
    signalColor: inkSoft,
    // States and classes
    compositeBackground: paper,
    compositeTitleBackground: margin,
    altBackground: margin,
    innerEndBackground: inkSoft,
    specialStateColor: inkSoft,
    rowOdd: paper,
    rowEven: margin,
    // Plans
    sectionBkgColor: margin,
    altSectionBkgColor: paper,
    sectionBkgColor2: margin,
    excludeBkgColor: tint,
    gridColor: line,
    taskBkgColor: area(blue),
    taskBorderColor: stroke(blue),
    activeTaskBkgColor: area(hues[0] ?? 0),
    activeTaskBorderColor: accent,
    doneTaskBkgColor: tint,
    doneTaskBorderColor: lineStrong,
    critBkgColor: area(red),
    critBorderColor: danger,
    todayLineColor: danger,
    vertLineColor: accent,
    taskTextClickableColor: ink,
    // Charts
    pieStrokeColor: paper,
    pieOuterStrokeColor: paper,
    pieOpacity: '1',
    pieTitleTextSize: '18px',
    pieSectionTextSize: '15px',
    pieLegendTextSize: '15px',
    xyChart: {
      backgroundColor: paper,
      titleColor: ink,
      xAxisLabelColor: ink,
      xAxisTitleColor: ink,
      xAxisTickColor: lineStrong,
      xAxisLineColor: lineStrong,
      yAxisLabelColor: ink,
      yAxisTitleColor: ink,
      yAxisTickColor: lineStrong,
      yAxisLineColor: lineStrong,
      plotColorPalette: hues.map(stroke).join(','),
    },
    quadrant1Fill: margin,
    quadrant2Fill: paper,
    quadrant3Fill: margin,
    quadrant4Fill: paper,
    quadrantPointFill: accent,
    quadrantPointTextFill: ink,
    quadrantTitleFill: ink,
    quadrantInternalBorderStrokeFill: line,
    quadrantExternalBorderStrokeFill: lineStrong,
    commitLabelColor: ink,
    commitLabelBackground: tint,
    tagLabelColor: ink,
    tagLabelBackground: tint,
    tagLabelBorder: lineStrong,
    ...numbered('pie', 1, hues.map(area)),
    ...numbered('fillType', 0, hues.map(area)),
    ...numbered('git', 0, hues.map(stroke)),
    ...numbered(
      'gitBranchLabel',
      0,
      hues.map(() => paper),
    ),
    ...numbered('cScale', 0, hues.map(area)),
    ...numbered('cScalePeer', 0, hues.map(stroke)),
    ...numbered(
      'cScaleLabel',
      0,
      hues.map(() => ink),
    ),
    ...numbered('cScaleInv', 0, hues.map(stroke)),
  }
}

function numbered(name: string, from: number, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${name}${from + index}`, value]))
}

/** A colour by hue in degrees, saturation and lightness; some charts take none but such a notation. */
function hexOf(hue: number, saturation: number, lightness: number): string {
  const channel = (offset: number) => {
    const place = (offset + hue / 30) % 12
    const reach = saturation * Math.min(lightness, 1 - lightness)
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}

/** What the library's variables don't reach. */
export function themeStyles({ paper, line, ink }: DiagramColours): string {
  return [
    `.grid .tick line { stroke: ${line}; }`,
    `.marker.er circle { fill: ${paper}; }`,
    `text.journey-section, .node-labels text { fill: ${ink}; }`,
    // Without HTML the library sets the text of round ones off their middle.
    '.mindmap-node > circle ~ .label text { text-anchor: middle; }',
  ].join('\n')
}
