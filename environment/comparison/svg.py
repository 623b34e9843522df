"""Parts of SVG pictures, on white, with one font."""

from html import escape


def document(width, height, parts):
    """The picture of some parts, the first at the back."""
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="Helvetica, Arial, sans-serif" font-size="15" '
        'fill="#222222">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        *parts,
        "</svg>\n",
    ])


def pen(color, dashes, width):
    """How a curve is drawn; dashes are empty for a solid one."""
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{color}" stroke-width="{width:g}"{dash}'


def line(x1, y1, x2, y2, color):
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{color}"/>'


def text(left, base, words, anchor):
    return f'<text x="{left:.1f}" y="{base:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def upright(left, middle, words):
    """Words that are read from below."""
    turned = text(left, middle, words, "middle")
    return f'<g transform="rotate(-90 {left:g} {middle:g})">{turned}</g>'
