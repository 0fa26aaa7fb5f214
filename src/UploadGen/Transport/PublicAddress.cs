using System.Net;

namespace UploadGen.Core;

/// <summary>Which addresses belong to the public internet, as the registries of special addresses have it (RFC 6890).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/127"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/9"),
        IPNetwork.Parse("ff00::/8"),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Tunneled = IPNetwork.Parse("2002::/16");

    /// <summary>Whether an address is that of no loopback, link-local, private or other special network.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var meant = Embedded(address) ?? address;
        foreach (var network in Special)
        {
            if (network.Contains(meant))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The address that a URL has in place of a name; <see langword="null"/> for a name. That of <c>localhost</c> is known (RFC 6761).</summary>
    public static IPAddress? Literal(Uri url)
    {
        if (url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return IPAddress.Parse(url.DnsSafeHost);
        }

        var name = url.IdnHost.AsSpan().TrimEnd('.');
        return url.IsLoopback || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? IPAddress.Loopback
            : null;
    }

    /// <summary>The IPv4 address in one of IPv6 that stands for it: mapped, translated (RFC 6052) or tunneled (RFC 3056).</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var at = Translated.Contains(address) ? 12 : Tunneled.Contains(address) ? 2 : -1;
        return at < 0 ? null : new IPAddress(address.GetAddressBytes().AsSpan(at, sizeof(uint)));
    }
}
