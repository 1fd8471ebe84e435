# SPDX-License-Identifier: LGPL-2.1-or-later
"""A slow, obvious model of what the library counts, to compare it with on random cases."""
