import Foundation

@testable import HanLode

/// An extraction as JSON and back.
enum JSONCoding {
    static func encode(_ extraction: Extraction) throws -> Data { try JSONEncoder().encode(extraction) }
    static func decode(_ data: Data) throws -> Extraction { try JSONDecoder().decode(Extraction.self, from: data) }
}
