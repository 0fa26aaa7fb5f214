namespace UploadGen;

/// <summary>A step of an upload.</summary>
public enum UploadStep
{
    /// <summary>The upload is opened with the API.</summary>
    Create,

    /// <summary>The bytes are sent: to storage, or to the API itself where it takes the file in one request.</summary>
    Put,

    /// <summary>The API is told that the file is in storage.</summary>
    Confirm,
}
