namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>Says what goes wrong.</summary>
internal interface IFaults
{
    /// <summary>The fault of a connection that was just made; <see langword="null"/> for none.</summary>
    Fault? OfConnection(bool toStorage);

    /// <summary>The fault of a request; <see langword="null"/> for none.</summary>
    Fault? OfRequest(FaultStep step);
}
