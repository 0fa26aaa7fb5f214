namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>Addresses at which nobody can be spoken to.</summary>
internal enum Address
{
    /// <summary>Nobody listens at the port.</summary>
    ClosedPort,

    /// <summary>DNS doesn't know the host (RFC 6761, section 6.4).</summary>
    UnknownHost,

    /// <summary>A server that shows a certificate which nobody trusts.</summary>
    UntrustedCertificate,

    /// <summary>A server whose certificate is for another name than it is called by, and from nobody that is trusted.</summary>
    OtherName,

    /// <summary>A server that doesn't speak TLS.</summary>
    NoTls,
}
