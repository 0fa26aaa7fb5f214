namespace UploadGen;

/// <summary>A part of a file that the API has, as an <see cref="IUploadJournal"/> holds it.</summary>
/// <param name="Index">Which part it is, from 0.</param>
/// <param name="Value">What the next run needs of it, as JSON in UTF-8 and without secrets.</param>
public readonly record struct JournalPart(int Index, ReadOnlyMemory<byte> Value);
