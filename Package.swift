// swift-tools-version: 6.2
import PackageDescription

// CI sets HANLODE_STRICT; a user's build never fails on a warning that a newer compiler invents.
let strict = Context.environment["HANLODE_STRICT"] != nil
let swiftSettings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableExperimentalFeature("Lifetimes"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
    name: "HanLode",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "HanLode", targets: ["HanLode"]),
        .executable(name: "hanlode", targets: ["HanLodeCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        // Link flags for the system's ICU and nothing else: Swift never sees ICU's headers.
        .systemLibrary(
            name: "CICU",
            pkgConfig: "icu-i18n",
            providers: [.apt(["libicu-dev", "pkg-config"]), .brew(["icu4c"])]
        ),
        .target(
            name: "ICUShims",
            dependencies: ["CICU"],
            cxxSettings: strict ? [.treatAllWarnings(as: .error)] : []
        ),
        .target(name: "ICUKit", dependencies: ["ICUShims"], swiftSettings: swiftSettings),
        // The compiled lexicon as bytes: written by `hanlode lexicon compile`, checked against its tables by a test.
        .target(name: "LexiconImage", exclude: ["lexicon.bin"]),
        .target(
            name: "HanLode",
            dependencies: ["ICUKit", "LexiconImage"],
            exclude: ["Lexicon/Packs", "Lexicon/Tables"],
            swiftSettings: swiftSettings
        ),
        // Not `Sources/hanlode`: that folder and `Sources/HanLode` are one on a case-insensitive file system.
        .executableTarget(
            name: "HanLodeCLI",
            dependencies: [
                "HanLode",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "ICUKitTests", dependencies: ["ICUKit"], swiftSettings: swiftSettings),
        .testTarget(name: "HanLodeTests", dependencies: ["HanLode", "LexiconImage"], swiftSettings: swiftSettings),
        .testTarget(
            name: "HanLodeCLITests", dependencies: ["HanLode", "HanLodeCLI"], exclude: ["Snapshots"],
            swiftSettings: swiftSettings),
    ],
    cxxLanguageStandard: .cxx17
)
