namespace UploadGen.EndToEnd.Tests.Faults;

/// <summary>What the server holds in the end.</summary>
internal enum Held
{
    /// <summary>Neither object nor record.</summary>
    Nothing,

    /// <summary>The file, and no record of it.</summary>
    Stored,

    /// <summary>What lay there before, and no record.</summary>
    Occupied,

    /// <summary>Something else than the file, and no record.</summary>
    Damaged,

    /// <summary>The file and, where the flow has such, one record of it.</summary>
    Recorded,
}
