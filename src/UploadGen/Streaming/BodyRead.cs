namespace UploadGen.Core;

/// <summary>Reads what comes next of a body; 0 is its end.</summary>
internal delegate ValueTask<int> BodyRead(Memory<byte> buffer);
