namespace UploadGen.Contexts;

/// <summary>
/// What UPG113 says. The analyzer reports it, and the generator does where a build would stop before any analyzer is heard.
/// </summary>
internal static class UnseenTypeText
{
    public const string Title = "A JSON context doesn't see a generated type";

    public const string Message = "'{0}' {1}";

    public const string Description = "Source generators don't see each other's output. "
        + "Of a type that UploadGen generates in the same project, System.Text.Json's generator sees what is written by hand, and nothing else.";

    /// <summary>What becomes of a type, and what to do.</summary>
    /// <param name="containing">The namespace of the generated type.</param>
    /// <param name="name">The generated type's name.</param>
    /// <param name="isStruct">Whether it is a struct.</param>
    /// <param name="holder">The member through which the context comes to it, if it doesn't name it itself.</param>
    /// <param name="hasHalf">Whether a half of it is written by hand.</param>
    public static string Consequence(string containing, string name, bool isStruct, string? holder, bool hasHalf)
    {
        var type = holder is null ? $"'{name}'" : $"'{name}' (held by '{holder}')";
        var attribute = $"[JsonConverter(typeof(UploadGen.Core.JsonModelConverter<{name}>))]";
        var half = $"partial {Keywords(isStruct)} {name};";
        return hasHalf
            ? $"loses what UploadGen generates of {type}: System.Text.Json's generator sees only the half that is written by hand. "
                + $"Put {attribute} on that half, or generate the client in a project of its own"
            : $"can't know {type}: System.Text.Json's generator doesn't see what UploadGen generates in the same project. "
                + $"Declare {attribute} {half} in the namespace '{containing}', or generate the client in a project of its own";
    }

    /// <summary>The keywords that declare a generated type.</summary>
    public static string Keywords(bool isStruct) => isStruct ? "record struct" : "record";
}
