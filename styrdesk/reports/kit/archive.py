"""What an archive asks for: XMP metadata, conformance level and the colour profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal
from xml.sax.saxutils import escape

from PIL import ImageCms

Level = Literal["2a", "2u"]

_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
)
_UA_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 the document conforms to"
    "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>"
    "</pdfaExtension:schemas>"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says about itself, in Info and XMP alike. Texts are already one line."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    creator: str
    producer: str
    created: datetime
    level: Level


@cache
def srgb() -> bytes:
    """An sRGB colour profile."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(
        (0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0)
    )  # 1 Jan 2000: same bytes always
    profile[84:100] = bytes(16)  # profile ID: 0 is "not calculated"
    return bytes(profile)


def _localized(tag: str, text: str) -> str:
    item = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
    return f"<{tag}>{item}</{tag}>"


def xmp(facts: Facts) -> bytes:
    """The XMP packet."""
    when = facts.created.isoformat(timespec="seconds")
    part, conformance = facts.level[0], facts.level[1].upper()
    body = "".join(
        (
            "<dc:format>application/pdf</dc:format>",
            _localized("dc:title", facts.title),
            f"<dc:creator><rdf:Seq><rdf:li>{escape(facts.author)}</rdf:li></rdf:Seq></dc:creator>",
            _localized("dc:description", facts.subject),
            f"<dc:language><rdf:Bag><rdf:li>{facts.language}</rdf:li></rdf:Bag></dc:language>",
            f"<xmp:CreatorTool>{escape(facts.creator)}</xmp:CreatorTool>",
            f"<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>",
            f"<pdf:Producer>{escape(facts.producer)}</pdf:Producer>",
            f"<pdf:Keywords>{escape(facts.keywords)}</pdf:Keywords>",
            f"<pdfaid:part>{part}</pdfaid:part>",
            f"<pdfaid:conformance>{conformance}</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            _UA_SCHEMA,
        )
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>{body}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()
