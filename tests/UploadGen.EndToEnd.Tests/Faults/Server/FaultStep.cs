namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>The requests that uploads are made of.</summary>
public enum FaultStep
{
    /// <summary>Opens an upload with the API.</summary>
    Create,

    /// <summary>Brings the file to storage.</summary>
    Put,

    /// <summary>Asks storage what it holds.</summary>
    Inspect,

    /// <summary>Asks a server what it can.</summary>
    Discover,

    /// <summary>Gives an upload up with storage.</summary>
    Abort,

    /// <summary>Tells the API that the file is in storage.</summary>
    Confirm,

    /// <summary>Brings the file to the API itself, in a form.</summary>
    Form,
}
