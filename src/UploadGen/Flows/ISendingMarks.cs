namespace UploadGen.Core;

/// <summary>Keeps how far the sending of a file is that goes in several requests, so that a later run goes on there.</summary>
internal interface ISendingMarks
{
    /// <summary>The URL of the upload that an earlier run has created at an endpoint; <see langword="null"/> for none.</summary>
    string? Created { get; }

    /// <summary>An upload was created at an endpoint.</summary>
    ValueTask CreateAsync(string url);

    /// <summary>The last bytes are about to be sent: from then on, the server may have all of the file.</summary>
    ValueTask EndAsync();
}
