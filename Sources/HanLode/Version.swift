/// The version of the library and of the command.
let hanLodeVersion = "0.1.0"
