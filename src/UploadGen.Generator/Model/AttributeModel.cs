using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>An attribute that tells tools of a limit.</summary>
/// <param name="Type">Its full name, without <c>Attribute</c>.</param>
/// <param name="Arguments">Those of its constructor.</param>
/// <param name="Settings">Properties that are set.</param>
/// <param name="ListsValues">Whether the arguments are the values there may be: null is one of them where the C# type has it.</param>
internal sealed record AttributeModel(
    string Type,
    EquatableArray<ArgumentModel> Arguments = default,
    EquatableArray<AttributeSetting> Settings = default,
    bool ListsValues = false);

/// <summary>A property of an attribute that is set.</summary>
internal sealed record AttributeSetting(string Name, ArgumentModel Value);
