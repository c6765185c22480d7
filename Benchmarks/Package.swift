// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of HanLode never resolve what only measuring needs.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [
        .package(name: "HanLode", path: ".."),
        // No traits: without its interposers the allocator and ARC run as they do in a user's program.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "HanLodeBenchmarks",
            dependencies: [
                .product(name: "HanLode", package: "HanLode"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/HanLodeBenchmarks",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        )
    ]
)
