@testable import HanLode

extension Quantity {
    /// The value, or `lower..upper`.
    var amountText: String {
        if let value { return value.description }
        return "\(lower?.description ?? "?")..\(upper?.description ?? "?")"
    }

    /// `value unit dimension [modifier]`, as the specs write it.
    var specEntry: String {
        let parts = [amountText, unit ?? "-", dimension.rawValue] + (modifier.map { [$0.rawValue] } ?? [])
        return parts.joined(separator: " ")
    }
}

extension TimeExpression {
    /// `type value`, as the specs write it.
    var specEntry: String { "\(type.rawValue) \(value ?? "-")" }
}

/// The text with every span between ⟦ and ⟧, so that a failure can be read; what does not show is escaped.
func marked(_ text: String, _ spans: [TextSpan]) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var offset = 0
    for span in spans where span.start >= offset && span.end <= bytes.count && span.start <= span.end {
        result += String(decoding: bytes[offset..<span.start], as: UTF8.self)
        result += "⟦" + String(decoding: bytes[span.start..<span.end], as: UTF8.self) + "⟧"
        offset = span.end
    }
    result += String(decoding: bytes[offset...], as: UTF8.self)
    return escaped(result)
}

func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case "\r": result += "\\r"
        default:
            let isHidden =
                scalar.properties.isDefaultIgnorableCodePoint || scalar.value < 0x20 || scalar.value == 0x3000
            if isHidden {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
    return result
}
