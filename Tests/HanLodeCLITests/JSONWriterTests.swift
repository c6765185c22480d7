import Foundation
import Testing

@testable import HanLodeCLI

@Suite struct JSONWriterTests {
    private func json(_ value: some Encodable, pretty: Bool = false) throws -> String {
        String(decoding: try JSONWriter.encode(value, pretty: pretty), as: UTF8.self)
    }

    private struct Report: Codable, Hashable {
        var zeta = "全县"
        var alpha = 3
        var list = [1, 2]
        var none: String?
        var nested = ["键": ["值"]]
        var isFinal = true
        var share = 0.5
    }

    @Test func fieldsComeInTheirOwnOrderAndAbsentOnesNotAtAll() throws {
        #expect(
            try json(Report())
                == #"{"zeta":"全县","alpha":3,"list":[1,2],"nested":{"键":["值"]},"isFinal":true,"share":0.5}"#)
    }

    @Test func prettyTextIsIndented() throws {
        #expect(
            try json(["a": [[1, 2], []]], pretty: true) == """
                {
                  "a": [
                    [
                      1,
                      2
                    ],
                    []
                  ]
                }
                """)
    }

    @Test func emptyContainersAreClosed() throws {
        #expect(try json([Int]()) == "[]")
        #expect(try json([String: Int]()) == "{}")
        #expect(try json([[String: Int]()], pretty: true) == "[\n  {}\n]")
    }

    @Test(arguments: [
        ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\u{0}", "\\u0000"),
        ("\u{1B}", "\\u001b"),
        ("\u{1F}", "\\u001f"), ("\u{7F}", "\u{7F}"), ("/", "/"), ("亩𠮷👍🏽", "亩𠮷👍🏽"), ("\u{2028}", "\u{2028}"), ("", ""),
        ("\r\n", "\\r\\n"),
    ])
    func stringsAreEscaped(text: String, written: String) throws {
        #expect(try json(text) == "\"" + written + "\"")
    }

    @Test func keysAreEscaped() throws {
        #expect(try json(["a\"b\n": 1]) == #"{"a\"b\n":1}"#)
    }

    @Test func foundationReadsEveryControlCharacterBack() throws {
        let text = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) })) + "\u{7F}\u{80}亿"
        let written = Data(try JSONWriter.encode([text]))
        #expect(try JSONDecoder().decode([String].self, from: written) == [text])
    }

    @Test func foundationReadsTheSameBack() throws {
        for pretty in [false, true] {
            let written = Data(try JSONWriter.encode([Report(), Report()], pretty: pretty))
            #expect(try JSONDecoder().decode([Report].self, from: written) == [Report(), Report()])
        }
    }

    @Test func integersOfEverySizeAreExact() throws {
        #expect(try json([Int64.min, Int64.max]) == "[-9223372036854775808,9223372036854775807]")
        #expect(try json(UInt64.max) == "18446744073709551615")
        #expect(try json([UInt8(0), 255]) == "[0,255]")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func whatJSONCannotSayIsAnError(value: Double) {
        #expect(throws: EncodingError.self) { try JSONWriter.encode([value]) }
    }

    private struct Outer: Encodable {
        enum Keys: String, CodingKey { case first, second, last }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encodeNil(forKey: .first)
            do {
                var list = container.nestedUnkeyedContainer(forKey: .second)
                try list.encode(1)
                try encodeInner(list.nestedContainer(keyedBy: Keys.self))
                try list.encodeNil()
            }
            try container.encode(7, forKey: .last)
        }

        // A container counts as finished when it is gone.
        private func encodeInner(_ container: consuming KeyedEncodingContainer<Keys>) throws {
            try container.encode("x", forKey: .first)
        }
    }

    @Test func containersNestedByHandAreClosedInOrder() throws {
        #expect(try json(Outer()) == #"{"first":null,"second":[1,{"first":"x"},null],"last":7}"#)
    }

    @Test(arguments: [
        "null", "true", "3", "-9223372036854775808", "18446744073709551615", "0.25", "\"七\"", "[]", "{}",
        #"{"a":[1,{"b":null}],"c":"x"}"#,
    ])
    func anyJSONValueGoesBackUnchanged(text: String) throws {
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(try json(value) == text)
    }
}
