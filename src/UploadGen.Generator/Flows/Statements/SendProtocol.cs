namespace UploadGen.Generator.Flows.Statements;

/// <summary>How a document states that a file's bytes go to where they go.</summary>
internal enum SendProtocol
{
    /// <summary>As they are, by PUT.</summary>
    Put,

    /// <summary>As they are, by POST.</summary>
    Post,

    /// <summary>In a form, by POST.</summary>
    Form,

    /// <summary>In parts, each to a URL or an operation.</summary>
    Parts,

    /// <summary>By the tus protocol.</summary>
    Tus,

    /// <summary>In ranges, one after the other, to one URL.</summary>
    Ranges,

    /// <summary>In blocks that are named, and then listed.</summary>
    Blocks,
}
