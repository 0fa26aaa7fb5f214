namespace UploadGen.Analyzers.Flow;

/// <summary>What a method that only reads does with what it is given.</summary>
internal enum Reading
{
    /// <summary>It makes a value of it, and does nothing else.</summary>
    Computes,

    /// <summary>It compares it with something.</summary>
    Compares,

    /// <summary>It makes a text of all that is in it.</summary>
    Serializes,

    /// <summary>It tells people of it: a log, the console, a metric, a trace.</summary>
    Shows,

    /// <summary>It fails if it isn't as it should be: an assertion of a test, a guard.</summary>
    Checks,
}
