internal import ICUShims

extension Array where Element == UInt8 {
    /// Copies memory that a shim has handed over, and frees it.
    init(taking bytes: hl_bytes) {
        self.init(UnsafeBufferPointer(start: bytes.data, count: Int(bytes.count)))
        hl_free(bytes.data)
    }
}

extension String {
    /// Copies UTF-8 that a shim has handed over, and frees it.
    init(taking bytes: hl_bytes) {
        self.init(decoding: UnsafeBufferPointer(start: bytes.data, count: Int(bytes.count)), as: UTF8.self)
        hl_free(bytes.data)
    }
}
