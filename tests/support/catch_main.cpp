// The main() of every test program under Catch2 v2 (Debian 12).
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
