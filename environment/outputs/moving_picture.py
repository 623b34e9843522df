"""Pictures of one size that take turns in one SVG, as SMIL moves it where no script may run."""

import re
import xml.etree.ElementTree as ElementTree

SECONDS = 1.2  # for each
SPACE = "http://www.w3.org/2000/svg"


def of(pictures):
    """One SVG; what is the same in all of them is in it once. A single picture stays as it is."""
    if len(pictures) == 1:
        return pictures[0]
    ElementTree.register_namespace("", SPACE)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    roots = [ElementTree.fromstring(picture) for picture in pictures]
    return ElementTree.tostring(merged(roots), encoding="unicode") + "\n"


def merged(elements):
    """The first element, its content merged with that of the others where they differ only within."""
    first = elements[0]
    together = ElementTree.Element(first.tag, first.attrib)
    together.text, together.tail = first.text, first.tail
    if len({len(each) for each in elements}) > 1:
        together.extend(turns([list(each) for each in elements]))
        return together
    for parts in zip(*elements):
        if len({written(part) for part in parts}) == 1:
            together.append(parts[0])
        elif parts[0].tag == f"{{{SPACE}}}g" and len({outside(part) for part in parts}) == 1:
            together.append(merged(list(parts)))
        else:
            together.extend(turns([[part] for part in parts]))
    return together


def turns(alternatives):
    """A group for each picture, to be seen in its turn; the last one where nothing moves."""
    count, groups = len(alternatives), []
    for number, elements in enumerate(alternatives):
        group = ElementTree.Element(f"{{{SPACE}}}g", {
            "visibility": "visible" if number == count - 1 else "hidden"})
        shown = ["visible" if number == i else "hidden" for i in range(count)]
        ElementTree.SubElement(group, f"{{{SPACE}}}animate", {
            "attributeName": "visibility", "calcMode": "discrete", "repeatCount": "indefinite",
            "dur": f"{SECONDS * count:g}s", "values": ";".join(shown),
        })
        group.extend(elements)
        groups.append(group)
    return groups


def written(element):
    """The element as text, without the space around it."""
    return re.sub(r"\s+", " ", ElementTree.tostring(element, encoding="unicode")).strip()


def outside(element):
    """What an element is, apart from its content."""
    return element.tag, (element.text or "").strip(), tuple(sorted(element.attrib.items()))
