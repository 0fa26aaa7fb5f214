using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>How the answer that opens an upload, if it has no URL, says that the API has the file already.</summary>
/// <param name="Flags">Booleans that say so.</param>
/// <param name="State">The state that says so; null where none does.</param>
/// <param name="IsMeantByLack">Whether the lack of the URL says so, unless a flag denies it.</param>
internal sealed record PresenceModel(EquatableArray<PresenceFlag> Flags, MemberPath? State, bool IsMeantByLack);

/// <summary>A boolean of the session.</summary>
/// <param name="Path">The session's member.</param>
/// <param name="Value">What it is where the API has the file.</param>
internal sealed record PresenceFlag(MemberPath Path, bool Value);
