namespace UploadGen.Servers;

/// <summary>The connection is over: the client closed it, or the test did.</summary>
public sealed class ConnectionEndedException : IOException;
