using System.Globalization;

namespace Hotline.Servers.Rabbit;

internal static class RabbitSettings
{
    /// <summary>
    /// Everything that makes this node another than the system's. With input "allowed" the start script becomes the Erlang
    /// machine instead of guarding it, so the process we signal is the broker itself.
    /// </summary>
    public static Dictionary<string, string?> Environment(string folder, RabbitPorts ports) => new()
    {
        ["HOME"] = folder,
        ["LANG"] = "C.UTF-8",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = Number(ports.PortMapper),
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_NODENAME"] = "hotline@localhost",
        ["RABBITMQ_BASE"] = folder,
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "config"),
        ["RABBITMQ_DIST_PORT"] = Number(ports.Distribution),
        ["RABBITMQ_ALLOW_INPUT"] = "1",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            // Schedulers that spin while idle would take a small machine's cores from everybody else.
            "-noinput +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
    };

    /// <summary>Erlang terms rather than rabbitmq.conf: nothing to translate at each start.</summary>
    public static string Advanced(RabbitPorts ports, string user, string password) =>
        $$"""
        [
          {rabbit, [
            {tcp_listeners, [{"127.0.0.1", {{ports.Amqp}}}]},
            {default_user, <<"{{user}}">>},
            {default_pass, <<"{{password}}">>},
            {disk_free_limit, 268435456},
            {log, [
              {file, [{file, false}]},
              {console, [{enabled, true}, {level, warning}]}
            ]}
          ]},
          {rabbitmq_management, [
            {tcp_config, [{ip, "127.0.0.1"}, {port, {{ports.Management}}}]}
          ]}
        ].
        """;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
