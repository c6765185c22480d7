/// Encodes values as JSON, keys in the order in which they are encoded.
///
/// Foundation's `JSONEncoder` builds the whole document as a tree of objects first and gives its keys in hash order, or
/// sorted. Here every value goes straight into the bytes: memory stays at the length of the output, and the contract's
/// order is what is printed.
enum JSONWriter {
    /// The JSON text of `value`, in UTF-8; indented by two spaces a level where `pretty`.
    static func encode(_ value: some Encodable, pretty: Bool = false) throws -> [UInt8] {
        let output = JSONOutput(isPretty: pretty)
        try JSONValueEncoder.encode(value, to: output, depth: 0, codingPath: [])
        return output.bytes
    }
}

/// The bytes written so far. A class, because `Encoder` hands out containers that must share it.
private final class JSONOutput {
    var bytes: [UInt8] = []
    let isPretty: Bool

    init(isPretty: Bool) {
        self.isPretty = isPretty
    }

    func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    func newline(_ depth: Int) {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    func write(string: String) {
        var string = string
        string.withUTF8 { characters in
            bytes.append(UInt8(ascii: "\""))
            var start = 0
            for (index, byte) in characters.enumerated() where Self.isEscaped(byte) {
                bytes.append(contentsOf: characters[start..<index])
                write(escaped: byte)
                start = index + 1
            }
            bytes.append(contentsOf: characters[start...])
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private func write(escaped byte: UInt8) {
        switch byte {
        case 0x0A: write("\\n")
        case 0x0D: write("\\r")
        case 0x09: write("\\t")
        case 0x00..<0x20:
            write("\\u00")
            for digit in [byte >> 4, byte & 0xF] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        default:
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        }
    }

    func write(integer: some BinaryInteger) {
        bytes.append(contentsOf: String(integer).utf8)
    }
}

/// An open object or array. It is closed by whoever encodes the value, or, where a container was nested by hand, when
/// the last container that writes into it is gone.
private final class JSONScope {
    let output: JSONOutput
    let depth: Int
    private let closing: UInt8
    private var isEmpty = true
    private var isClosed = false

    init(_ output: JSONOutput, depth: Int, opening: UInt8, closing: UInt8) {
        self.output = output
        self.depth = depth
        self.closing = closing
        output.bytes.append(opening)
    }

    static func object(_ output: JSONOutput, depth: Int) -> JSONScope {
        JSONScope(output, depth: depth, opening: UInt8(ascii: "{"), closing: UInt8(ascii: "}"))
    }

    static func array(_ output: JSONOutput, depth: Int) -> JSONScope {
        JSONScope(output, depth: depth, opening: UInt8(ascii: "["), closing: UInt8(ascii: "]"))
    }

    func separate() {
        if !isEmpty { output.bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        output.newline(depth + 1)
    }

    func key(_ name: String) {
        separate()
        output.write(string: name)
        output.bytes.append(UInt8(ascii: ":"))
        if output.isPretty { output.bytes.append(UInt8(ascii: " ")) }
    }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        if !isEmpty { output.newline(depth) }
        output.bytes.append(closing)
    }

    deinit { close() }
}

/// Encodes one value. Asked for a container twice, it gives the same object again, so that a value can add its fields
/// to those of another.
private final class JSONValueEncoder: Encoder {
    let output: JSONOutput
    let depth: Int
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var scope: JSONScope?

    init(output: JSONOutput, depth: Int, codingPath: [any CodingKey]) {
        self.output = output
        self.depth = depth
        self.codingPath = codingPath
    }

    static func encode(_ value: some Encodable, to output: JSONOutput, depth: Int, codingPath: [any CodingKey]) throws {
        let encoder = JSONValueEncoder(output: output, depth: depth, codingPath: codingPath)
        try value.encode(to: encoder)
        encoder.scope?.close()
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let object = scope ?? .object(output, depth: depth)
        scope = object
        return KeyedEncodingContainer(JSONObject<Key>(scope: object, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        let array = scope ?? .array(output, depth: depth)
        scope = array
        return JSONArray(scope: array, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONSingle(output: output, depth: depth, codingPath: codingPath)
    }
}

// The containers write strings, integers and truth values at once. Everything else encodes itself; what then arrives
// in a `JSONSingle` is a primitive. No value is asked for its type at run time, which would cost more than the writing.

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let scope: JSONScope
    let codingPath: [any CodingKey]
    private var output: JSONOutput { scope.output }

    mutating func encodeNil(forKey key: Key) {
        scope.key(key.stringValue)
        output.write("null")
    }

    mutating func encode(_ value: String, forKey key: Key) {
        scope.key(key.stringValue)
        output.write(string: value)
    }

    mutating func encode(_ value: Int, forKey key: Key) {
        scope.key(key.stringValue)
        output.write(integer: value)
    }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        scope.key(key.stringValue)
        try JSONValueEncoder.encode(value, to: output, depth: scope.depth + 1, codingPath: codingPath)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        scope.key(key.stringValue)
        return KeyedEncodingContainer(
            JSONObject<Nested>(scope: .object(output, depth: scope.depth + 1), codingPath: codingPath))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        scope.key(key.stringValue)
        return JSONArray(scope: .array(output, depth: scope.depth + 1), codingPath: codingPath)
    }

    mutating func superEncoder() -> any Encoder {
        scope.key("super")
        return JSONValueEncoder(output: output, depth: scope.depth + 1, codingPath: codingPath)
    }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        scope.key(key.stringValue)
        return JSONValueEncoder(output: output, depth: scope.depth + 1, codingPath: codingPath)
    }
}

private struct JSONArray: UnkeyedEncodingContainer {
    let scope: JSONScope
    let codingPath: [any CodingKey]
    var count = 0
    private var output: JSONOutput { scope.output }

    init(scope: JSONScope, codingPath: [any CodingKey]) {
        self.scope = scope
        self.codingPath = codingPath
    }

    private mutating func next() {
        scope.separate()
        count += 1
    }

    mutating func encodeNil() {
        next()
        output.write("null")
    }

    mutating func encode(_ value: some Encodable) throws {
        next()
        try JSONValueEncoder.encode(value, to: output, depth: scope.depth + 1, codingPath: codingPath)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next()
        return KeyedEncodingContainer(
            JSONObject<Nested>(scope: .object(output, depth: scope.depth + 1), codingPath: codingPath))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        next()
        return JSONArray(scope: .array(output, depth: scope.depth + 1), codingPath: codingPath)
    }

    mutating func superEncoder() -> any Encoder {
        next()
        return JSONValueEncoder(output: output, depth: scope.depth + 1, codingPath: codingPath)
    }
}

private struct JSONSingle: SingleValueEncodingContainer {
    let output: JSONOutput
    let depth: Int
    let codingPath: [any CodingKey]

    mutating func encodeNil() { output.write("null") }
    mutating func encode(_ value: Bool) { value ? output.write("true") : output.write("false") }
    mutating func encode(_ value: String) { output.write(string: value) }
    mutating func encode(_ value: Float) throws { try encode(Double(value)) }
    mutating func encode(_ value: Int) { output.write(integer: value) }
    mutating func encode(_ value: Int8) { output.write(integer: value) }
    mutating func encode(_ value: Int16) { output.write(integer: value) }
    mutating func encode(_ value: Int32) { output.write(integer: value) }
    mutating func encode(_ value: Int64) { output.write(integer: value) }
    mutating func encode(_ value: UInt) { output.write(integer: value) }
    mutating func encode(_ value: UInt8) { output.write(integer: value) }
    mutating func encode(_ value: UInt16) { output.write(integer: value) }
    mutating func encode(_ value: UInt32) { output.write(integer: value) }
    mutating func encode(_ value: UInt64) { output.write(integer: value) }

    mutating func encode(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: codingPath, debugDescription: "JSON has no \(value)"))
        }
        output.bytes.append(contentsOf: value.description.utf8)
    }

    mutating func encode(_ value: some Encodable) throws {
        try JSONValueEncoder.encode(value, to: output, depth: depth, codingPath: codingPath)
    }
}
